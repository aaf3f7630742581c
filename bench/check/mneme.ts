import { detectorFamilies } from '../../src/engine/checking/detector-families';
import { threadMilliseconds } from '../../src/engine/checking/cpu-time';
import { DiskTree } from '../../src/engine/checking/disk-tree';
import type { DetectorSpec } from '../../src/memory/detector';
import { Compiler } from '../../src/rules/compiler';
import { RuleChecker } from '../../src/rules/rule-checker';
import type { Runner } from './main';

/** Mneme's own checker, with the limits that hold in the editor: what is slow is switched off. */
export async function mneme(
  specs: readonly DetectorSpec[],
  folder: string,
  repository: string,
): Promise<Runner> {
  const compiler = new Compiler(detectorFamilies(folder));
  const checker = new RuleChecker((spec) => compiler.prepare(spec), threadMilliseconds, {
    begin() {},
    end() {},
  });
  let rules = specs.map((spec, index) => ({ id: `rule-${index}`, spec }));
  // What can not be made ready is a mistake of this benchmark, and must not pass for speed.
  for (const { spec } of rules) await compiler.prepare(spec);
  const off = new Set<string>();
  return {
    rules: rules.length,
    get off() {
      return off.size;
    },
    async check({ path, language, text }) {
      const tree = new DiskTree(repository);
      const report = await checker.check(rules, { kind: 'file', path, language, text, tree });
      for (const { rule, reason } of report.off) {
        off.add(rule);
        console.error(
          `${JSON.stringify(rules.find(({ id }) => id === rule)?.spec)}: ${reason} (${path})`,
        );
        rules = rules.filter(({ id }) => id !== rule);
      }
      return report.found.reduce((sum, { findings }) => sum + findings.breaches.length, 0);
    },
  };
}
