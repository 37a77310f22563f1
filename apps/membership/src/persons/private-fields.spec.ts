import { randomBytes } from 'node:crypto'
import { PrivateFields } from './private-fields'

const keys = () => ({ FIELD_KEY: randomBytes(32), INDEX_KEY: randomBytes(32) })
const fields = new PrivateFields(keys())
const PHONE = '13900008000'
const sealed = fields.seal('li', 'phone', PHONE)

test('what is sealed for a person is opened for that person', () => {
  expect(fields.open('li', 'phone', sealed)).toBe(PHONE)
})

test.each([
  ['for another person', () => fields.open('wang', 'phone', sealed)],
  ['as another field', () => fields.open('li', 'identityNumber', sealed)],
  ['with another key', () => new PrivateFields(keys()).open('li', 'phone', sealed)],
  ['when it was changed', () => fields.open('li', 'phone', { ...sealed, sealed: `${sealed.sealed.slice(0, -4)}AAA=` })],
])('it is not opened %s', (_, open) => {
  expect(open).toThrow()
})

test('the same value is sealed in another way each time, with the same index', () => {
  const again = fields.seal('li', 'phone', PHONE)
  const ciphertext = (text: string) => Buffer.from(text, 'base64').subarray(28).toString('hex')
  expect(ciphertext(again.sealed)).not.toBe(ciphertext(sealed.sealed))
  expect(again.index).toBe(sealed.index)
})

test('without the key an index says nothing: another installation has another', () => {
  expect(new PrivateFields(keys()).seal('li', 'phone', PHONE).index).not.toBe(sealed.index)
})
