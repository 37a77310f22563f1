/** Jest: a `.graphql` file is imported as its text, as esbuild does in the build. */
module.exports = {
  process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} }` }),
}
