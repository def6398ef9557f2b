const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transform } = require('@swc/core');

const { $schema, ...swcOptions } = JSON.parse(readFileSync(join(__dirname, '../../.swcrc'), 'utf8'));

/** esbuild does not emit the decorator metadata that Nest and class-validator read: SWC compiles, esbuild bundles. */
const swc = {
  name: 'swc',
  setup: (build) =>
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), {
        ...swcOptions,
        swcrc: false,
        filename: path,
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    }),
};

/** Read by every `bundle` target. Our code becomes one file per entry point; npm packages stay outside it. */
module.exports = {
  plugins: [swc],
  packages: 'external',
  keepNames: true,
  outExtension: { '.js': '.js' },
};
