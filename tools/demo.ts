import { rmSync } from 'node:fs';
import process from 'node:process';
import { openBrowser, startSandbox } from '#sandbox';
import { buildExtension } from './build-extension.ts';
import { connectDemo, fleetTable, takePictures } from './demo-steps.ts';
import { ensureBrowsers } from './ensure-browsers.ts';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const isHeadless = process.argv.includes('--headless') || !hasDisplay;
const isFirefox = process.argv.includes('--firefox');
const kind = isFirefox ? 'firefox' : 'chromium';

await ensureBrowsers([kind]);
console.log('Building Sendwatch …');
const extensionDir = await buildExtension(isFirefox ? 'firefox' : 'chrome');
rmSync('artifacts/demo', { recursive: true, force: true });

const sandbox = await startSandbox();
try {
  const browser = await openBrowser(kind, {
    port: sandbox.port,
    extensionDir,
    headless: isHeadless,
  });
  try {
    console.log('Connecting to the sandbox workspace …');
    await connectDemo(browser, sandbox.keys.main);
    console.log(await fleetTable(browser));
    const pictures = await takePictures(browser, 'artifacts/demo');
    console.log(`\nPictures:\n${pictures.map((path) => `  ${path}`).join('\n')}`);
    if (!isHeadless) {
      await browser.openWebApp('/app/campaigns');
      console.log('\nThe browser is yours. Close it to end the demo.');
      await browser.closed;
    }
  } finally {
    await browser.close();
  }
} finally {
  await sandbox.close();
}
process.exit(0);
