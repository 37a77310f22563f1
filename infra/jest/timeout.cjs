/** Jest: a test that drives a browser is given three minutes, any other thirty seconds. */
jest.setTimeout(expect.getState().testPath.includes('.browser-spec.') ? 180_000 : 30_000)
