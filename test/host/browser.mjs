// The Chromium that shows the workbench.
import { chromium as playwright } from 'playwright-core';
import { chromium, ensureSystem } from '../../scripts/system-packages.mjs';

const QUIET = ['--disable-quic', '--no-first-run', '--disable-background-networking'];
const SOFTWARE_WEBGL = [
  '--use-gl=swiftshader',
  '--enable-webgl',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
];

/**
 * Starts a headless Chromium. It ends with this process.
 * @param {{ webgl?: boolean }} [options] webgl: drawn in software, slower than none
 */
export async function openBrowser({ webgl = false } = {}) {
  await ensureSystem(['chromium']);
  return playwright.launch({
    executablePath: chromium() ?? '',
    args: [...QUIET, ...(webgl ? SOFTWARE_WEBGL : ['--disable-gpu'])],
  });
}
