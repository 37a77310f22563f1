import { declaredData } from './declared-data'

test('each field about a person declares its class, and how it is masked', () => {
  const sdl = `type Person { name: String! @data(class: "PERSONAL") phone: String @data(class: "SENSITIVE", masked: "138****8000") jobs: [Job!]! }
    type Job { from: Int } type Unit { name: String }`
  expect(declaredData(sdl)).toEqual([
    { field: 'Person.name', class: 'PERSONAL', masked: undefined },
    { field: 'Person.phone', class: 'SENSITIVE', masked: '138****8000' },
  ])
})

test('a field that declares none, or one that is not in the list, is named: of a person, of an input about one, and beside one that does', () => {
  const sdl = `type Person { birth: String } input CorrectPersonInput { name: String @data(class: "SECRET") }
    type Account { holder: String @data(class: "PERSONAL") nickname: [String!]! }`
  expect(() => declaredData(sdl)).toThrow(
    'Person.birth declares no class of data; CorrectPersonInput.name declares “SECRET”, which is no class of data; Account.nickname declares no class of data',
  )
})
