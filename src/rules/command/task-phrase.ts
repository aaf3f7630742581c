import type { GroupName } from './groups';
import type { Named } from './phrase';

/** Things that are done by many commands, as people say them; the force is taken off. */
const TASKS: readonly (readonly [RegExp, GroupName, Partial<Named>?])[] = [
  [
    /^(?:run|running|start|starting|launch|spin up)(?: up)? (?:the |a |any |your )?(?:dev(?:elopment)?) servers?(?: yourself| manually| automatically)?$/i,
    '<dev-server>',
  ],
  [
    /^(?:run|running|apply|applying|execute|executing)(?: any| the)?(?: database| db| schema)? migrations?(?: directly| manually)?(?: (?:in|on|against|to) (?:the )?(?:live )?prod(?:uction)?(?: (?:database|db|environment|server|data)s?)?)$/i,
    '<migrations>',
    { naming: ['prod', 'production'] },
  ],
  [
    /^(?:run|running|apply|applying)(?: any| the)?(?: database| db| schema)? migrations?(?: yourself| automatically| manually)?$/i,
    '<migrations>',
  ],
  [
    /^publish(?:ing)?(?: (?:the |any )?packages?)?(?: to (?:npm|the (?:npm )?registry|pypi|crates\.io))?(?: manually| by hand| yourself| directly)?$/i,
    '<publish>',
  ],
  [
    /^install(?:ing)? (?:any |npm |node )*(?:packages?|dependencies|modules|tools|anything) globally$/i,
    '<global-installs>',
  ],
  [
    /^(?:use |using )?global (?:npm )?(?:packages?|installs?|installations?)$/i,
    '<global-installs>',
  ],
  [
    /^(?:run|running)(?: the)? (?:production )?builds?(?: yourself| automatically| manually)?$/i,
    '<build>',
  ],
];

/** Reads what must not be done by any of the commands that do it. */
export function taskNamed(phrase: string): Named | undefined {
  const said = phrase.replace(/[.!]+$/, '').trim();
  for (const [pattern, group, more] of TASKS) {
    if (pattern.test(said)) return { shapes: [[group]], ...more };
  }
  return undefined;
}
