import { isProhibition } from '../../memory/directive';
import { LinearExpression } from '../../syntax/linear-expression';
import type { Said } from '../said';
import type { ReadText } from './text-family';

const FILES = String.raw`(?:(?:each|every|all|any|source|new|code|our|the) )*(?:source )?files?`;
const BEGIN = String.raw`(?:(?:must|should|shall|need to|needs to|have to|has to) )?(?:always )?(?:starts?|begins?|opens?) with`;
const HAS = String.raw`(?:(?:must|should|shall) )?(?:always )?(?:ha(?:ve|s)|contains?|carry|carries|includes?)`;
const LITERAL = new RegExp(
  String.raw`^(?:(?:start|begin) ${FILES} with|${FILES} ${BEGIN}) (?:the |a )?(?:line |comment |header )?\`([^\`]{2,300})\`$`,
  'i',
);
const LICENCE = new RegExp(
  String.raw`^(?:(?:add|include|put) (?:the|a|an|our) (.{0,40}?)licen[cs]e (?:header|notice|comment)s? (?:to|in|at the (?:top|head|start) of) ${FILES}|${FILES} (?:${BEGIN}|${HAS}) (?:the|a|an|our) (.{0,40}?)(?:licen[cs]e|copyright) (?:header|notice|comment))(?: at the top)?$`,
  'i',
);
const SPDX = new RegExp(
  String.raw`^${FILES} (?:${BEGIN}|${HAS}) (?:the|a|an)? ?SPDX(?:[- ]licen[cs]e)?(?:[- ]identifier)?(?: header| comment)?$`,
  'i',
);

/** Licences by the names that people use, and what their headers say. */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^mit$/i,
    'MIT License|MIT Licence|SPDX-License-Identifier: *MIT|Permission is hereby granted, free of charge',
  ],
  [/^apache(?:[- ]2(?:\.0)?)?$/i, 'Apache License|SPDX-License-Identifier: *Apache-2\\.0'],
  [
    /^(?:a?l?gpl)(?:[- ]?v?[23](?:\.\d)?)?$/i,
    'General Public License|SPDX-License-Identifier: *[AL]?GPL',
  ],
  [/^mpl(?:[- ]2(?:\.0)?)?$/i, 'Mozilla Public License|SPDX-License-Identifier: *MPL'],
  [/^bsd.*$/i, 'BSD|Redistribution and use in source and binary forms'],
  [/^$/, 'Copyright|SPDX-License-Identifier|Licensed under|License:|Licence:'],
];

const SOURCE = {
  only: [
    '**/*.{ts,tsx,js,jsx,mjs,cjs,py,go,rs,java,cs,kt,swift,c,h,cc,cpp,hpp,rb,php,scala,sh,css,scss}',
  ],
  except: ['**/*.d.ts'],
};

/** "Every file starts with the MIT licence header", "files must begin with `// Copyright`". */
export function headerRule({ text, directive }: Said): ReadText | undefined {
  if (directive.condition !== undefined || isProhibition(directive)) return undefined;
  const words = text.trim().replace(/[.!;]+$/, '');
  const literal = LITERAL.exec(words)?.[1];
  if (literal !== undefined)
    return ruled(`^${LinearExpression.quote(literal.trim())}`, `the line ${literal}`);
  if (SPDX.test(words)) return ruled('SPDX-License-Identifier:', 'an SPDX identifier');
  const match = LICENCE.exec(words);
  if (match === null) return undefined;
  const name = (match[1] ?? match[2] ?? '').trim();
  const says = LICENCES.find(([called]) => called.test(name))?.[1];
  return says === undefined ? undefined : ruled(says, `a licence header (${name || 'any'})`);
}

function ruled(expression: string, what: string): ReadText {
  return {
    spec: {
      kind: 'text',
      expression,
      ignoreCase: true,
      where: 'head',
      demand: 'require',
      files: SOURCE,
    },
    shown: `Source files have ${what} in their first lines`,
  };
}
