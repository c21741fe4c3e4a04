import process from 'node:process';
import { startSandbox } from '#sandbox';

const sandbox = await startSandbox({ port: Number(process.argv[2] ?? 0) });
console.log(`The stand-in for Instantly listens on https://127.0.0.1:${sandbox.port}
  ${sandbox.apiOrigin} and ${sandbox.appOrigin} must be mapped to it by the browser, for Chromium:
  --host-resolver-rules="MAP *.instantly.ai 127.0.0.1:${sandbox.port}" --ignore-certificate-errors
  API key: ${sandbox.keys.main}
Stop it with Ctrl+C.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    sandbox.close().then(() => process.exit(0));
  });
}
