import { javaVersion } from './java'
import { mongodVersion } from './mongod'

test.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "9-ea"', 9],
  ['command not found', 0],
  ['', 0],
])('the major version of Java is read from %j', (output, major) => expect(javaVersion(output)).toBe(major))

test.each([
  ['db version v6.0.5\nBuild Info: {', 6],
  ['db version v8.2.0', 8],
  ['db version v10.0.0', 10],
  ['mongod: error while loading shared libraries: libssl.so.1.1', 0],
])('the major version of mongod is read from %j', (output, major) => expect(mongodVersion(output)).toBe(major))
