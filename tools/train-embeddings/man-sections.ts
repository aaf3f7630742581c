import type { Section } from './section';

const FONTS = /\\f(?:\[[^\]]*\]|\([A-Z]{2}|[A-Z0-9])|\\[&|^,/%:]|\\s[-+]?\d+|\\\*\([a-z]{2}/gi;

/** The sections of a manual page in `man` or `mdoc` macros; the text after a tag is one of its own. */
export function manSections(roff: string): Section[] {
  const sections: Section[] = [];
  let name = '';
  let title = '';
  let text = '';
  let tagNext = false;
  const end = (next: string) => {
    sections.push({ title, text });
    title = next;
    text = '';
  };
  for (const raw of roff.split('\n')) {
    const line = plain(raw);
    const macro = /^[.'](\w+)\s*(.*)$/.exec(line);
    const [, call = '', rest = ''] = macro ?? [];
    const argument = rest.replaceAll('"', ' ').trim();
    if (!macro) {
      if (tagNext) end(line);
      else text += `${line} `;
      tagNext = false;
    } else if (call === 'TH' || call === 'Dt') name = argument.split(/\s+/)[0] ?? '';
    else if (/^(SH|SS|Sh|Ss)$/.test(call)) end(`${name} ${argument}`);
    else if (call === 'TP') tagNext = true;
    else if (call === 'It' || call === 'IP') end(argument);
    else if (/^(PP|P|LP|sp|br|Pp)$/.test(call)) text += '\n';
    else if (/^([BIR]|[BIR][BIR]|SM|SB|Nm|Fl|Ar|Xr|Dv|Va|Nd|Em|Sy|Cm|Pa|Ev)$/.test(call)) {
      if (tagNext) end(argument);
      else text += `${argument} `;
      tagNext = false;
    }
  }
  end('');
  return sections;
}

function plain(line: string): string {
  return line
    .replace(FONTS, '')
    .replace(/\\\((?:lq|rq|dq)/g, '"')
    .replace(/\\\((?:aq|oq|cq)/g, "'")
    .replace(/\\-|\\\((?:en|em|mi|hy)/g, '-')
    .replace(/\\e/g, '\\')
    .replace(/\\\([a-z]{2}|\\\[[^\]]*\]|^\.\\".*/gi, ' ');
}
