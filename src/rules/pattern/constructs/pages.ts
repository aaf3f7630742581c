import { type Construct, node } from '../construct';

/** What CSS and HTML have. */
export const IN_PAGES: readonly Construct[] = [
  { called: /^!important(?: declarations?| flags?| rules?)?$/, rules: { css: node('important') } },
  {
    called: /^ids? selectors?$|^selectors? by id$|^ids in selectors$/,
    rules: { css: node('id_selector') },
  },
  { called: /^universal selectors?$/, rules: { css: node('universal_selector') } },
  {
    called: /^(?:css )?@import(?: rules?| statements?)?$/,
    rules: { css: node('import_statement') },
  },
  {
    called: /^(?:css )?floats?(?: property| layouts?)?$|^float(?:s)? for layout$/,
    rules: { css: { kind: 'declaration', has: { kind: 'property_name', regex: '^float$' } } },
  },
  { called: /^(?:px|pixels?)(?: units?| values?)?$/, rules: { css: node('unit', '^px$') } },
  {
    called: /^inline (?:event handlers?|javascript handlers?)$|^on\* attributes$/,
    rules: { html: { kind: 'attribute', has: { kind: 'attribute_name', regex: '^on[a-z]+$' } } },
  },
  {
    called: /^inline (?:scripts?|javascript)(?: tags?)?$/,
    rules: { html: { kind: 'script_element', has: { kind: 'raw_text', regex: '\\S' } } },
  },
  {
    called: /^(?:<style>|style|inline style) (?:tags?|elements?|blocks?)$|^<style>$/,
    rules: { html: node('style_element') },
  },
];
