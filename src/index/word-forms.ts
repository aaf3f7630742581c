/** Past forms and plurals that no stemmer leads back, as `base: forms;`. Ambiguous ones are left out. */
const IRREGULAR = `
  become: became; begin: began begun; bend: bent; bite: bitten; bleed: bled;
  blow: blew blown; break: broke broken; breed: bred; bring: brought; build: built;
  burn: burnt; buy: bought; catch: caught; child: children; choose: chose chosen;
  cling: clung; come: came; creep: crept; criterion: criteria; deal: dealt; dig: dug;
  do: did; draw: drawn drew; dream: dreamt; drink: drank drunk; drive: driven drove;
  eat: ate eaten; fall: fallen; feed: fed; fight: fought; flee: fled; fly: flew flown;
  foot: feet; forget: forgot forgotten; forgive: forgave; freeze: froze frozen;
  get: gotten; give: gave given; go: gone went; grow: grew grown; hear: heard;
  hide: hid hidden; hold: held; index: indices; keep: kept; kneel: knelt;
  know: knew known; lean: leant; learn: learnt; lose: lost; make: made; man: men;
  matrix: matrices; mean: meant; meet: met; mouse: mice; pay: paid; ride: ridden rode;
  ring: rang rung; rise: risen; run: ran; say: said; see: seen; seek: sought; sell: sold;
  send: sent; shake: shaken shook; shine: shone; shoot: shot; show: shown;
  shrink: shrank; sing: sang sung; sink: sank sunk; sleep: slept; slide: slid;
  speak: spoke spoken; spend: spent; stand: stood; steal: stole stolen; stick: stuck;
  strike: struck; swear: swore sworn; sweep: swept; swim: swam swum; swing: swung;
  take: taken took; teach: taught; tear: torn; tell: told; think: thought;
  throw: threw thrown; tooth: teeth; understand: understood; vertex: vertices;
  wake: woke woken; wear: wore worn; win: won; woman: women; write: wrote written;
`;

/** How names in code cut words short. */
const SHORT = `
  address: addr; allocate: alloc; argument: args arg; array: arr; attribute: attr attrs;
  authentication: auth; average: avg; boolean: bool; buffer: buf; button: btn;
  calculate: calc; character: char chars; column: col cols; command: cmd;
  concatenate: concat; configuration: cfg cfgs conf config configs;
  context: ctx; coordinate: coord coords; count: cnt; database: db; dataframe: df;
  datetime: dt; deallocate: dealloc; delete: del; delimiter: delim;
  destination: dst dest; device: dev; dictionary: dict; difference: diff;
  dimension: dim dims; directory: dir dirs; driver: drv; element: elem elems;
  environment: env; equal: eq; error: err errs; exception: exc; execute: exec;
  extension: ext; format: fmt; frequency: freq; function: func fn; generate: gen;
  group: grp; hardware: hw; image: img imgs; index: idx; information: info;
  initialize: init initialise; integer: int ints; length: len; library: lib libs;
  manager: mgr; maximum: max; memory: mem; message: msg; number: num nums;
  object: obj objs; option: opt opts; package: pkg; packet: pkt pkts;
  parameter: params param; password: pwd passwd; permission: perms; pointer: ptr;
  previous: prev; process: proc; property: prop props; reference: ref; regexp: regex re;
  repository: repo; representation: repr; request: req; response: resp; second: sec secs;
  separator: sep; sequence: seq; service: svc; size: sz; software: sw; source: src;
  specification: spec; statistic: stats stat; string: str; synchronize: sync;
  temporary: tmp temp; text: txt; user: usr; utility: util utils; value: val vals;
  variable: var vars; vector: vec;
`;

const BASES: ReadonlyMap<string, string> = new Map(
  `${IRREGULAR}${SHORT}`.split(';').flatMap((entry) => {
    const [base = '', forms = ''] = entry.split(':').map((part) => part.trim());
    return forms
      .split(/\s+/)
      .filter(Boolean)
      .map((form) => [form, base] as const);
  }),
);

/**
 * The word that a form stands for (`went`: `go`, `str`: `string`), else the form itself; of words in
 * lower case. Whoever writes `dict` is found by who asks for a dictionary.
 */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word;
}
