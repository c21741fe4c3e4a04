import { buildExtension } from './build-extension.ts';

// Mozilla's builder calls the script of this name and compares its output with the package that was uploaded.
console.log(`Built ${await buildExtension('firefox')}`);
