import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

/** Milliseconds, at three quantiles, and how many events they were taken over. */
export interface Costs {
  edit_p50_ms: number;
  edit_p95_ms: number;
  edit_p99_ms: number;
  events: number;
}

/** What an activation took: by the clock, asking the window included, and of this thread alone. */
export interface Activation {
  activation_ms: number;
  activation_busy_ms: number;
}

/**
 * Measures what other extensions' listeners cost, with no help of theirs: listeners of one event run
 * in the order in which they were added, one after the other on the extension host's thread. A
 * listener added before an extension is activated and one added after it stand around its own.
 */
export class Sandwich implements vscode.Disposable {
  readonly #slices: vscode.Disposable[] = [];
  readonly #costs = new Map<string, number[]>();
  #stamp = 0;

  constructor() {
    this.#slices.push(
      vscode.workspace.onDidChangeTextDocument(() => {
        this.#stamp = performance.now();
      }),
    );
  }

  /** Runs what adds listeners, and tells what that took. */
  async around(name: string, activate: () => unknown): Promise<Activation> {
    const before = performance.eventLoopUtilization();
    const started = performance.now();
    await activate();
    const took = performance.now() - started;
    const { active } = performance.eventLoopUtilization(before);
    const costs: number[] = [];
    this.#costs.set(name, costs);
    this.#slices.push(
      vscode.workspace.onDidChangeTextDocument((event) => {
        const now = performance.now();
        if (event.contentChanges.length > 0) costs.push(now - this.#stamp);
        this.#stamp = performance.now();
      }),
    );
    return { activation_ms: round(took), activation_busy_ms: round(active) };
  }

  costs(name: string): Costs {
    const sorted = (this.#costs.get(name) ?? []).toSorted((a, b) => a - b);
    const at = (q: number): number => round(sorted[Math.floor(q * (sorted.length - 1))] ?? NaN);
    return {
      edit_p50_ms: at(0.5),
      edit_p95_ms: at(0.95),
      edit_p99_ms: at(0.99),
      events: sorted.length,
    };
  }

  dispose(): void {
    for (const slice of this.#slices) slice.dispose();
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10_000) / 10_000;
}
