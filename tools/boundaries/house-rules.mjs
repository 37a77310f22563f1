import { domainClock, domainImports } from './domain-rules.mjs'

/** Names that say nothing of what is inside (house rule: nothing is called so). */
const empty = ['common', 'shared', 'core', 'utils', 'util', 'helpers', 'helper', 'misc']

const names = {
  meta: { type: 'problem', schema: [], messages: { empty: '“{{name}}” says nothing: name what is inside, or put it where it is used.' } },
  create: (context) => ({
    Program(node) {
      const parts = context.filename.slice(context.cwd.length).split(/[/\\]/)
      const stems = parts.map((part) => part.split('.')[0])
      const name = stems.find((stem) => empty.includes(stem.toLowerCase()))
      if (name) context.report({ node, messageId: 'empty', data: { name } })
    },
  }),
}

const namedExports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      all: 'An index names what it offers: no `export *`.',
      default: 'One name for one thing everywhere: export it by its name, not as the default.',
    },
  },
  create: (context) => ({
    ExportAllDeclaration: (node) => context.report({ node, messageId: 'all' }),
    ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'default' }),
    'ExportSpecifier[exported.name="default"]': (node) => context.report({ node, messageId: 'default' }),
  }),
}

const environment = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { outside: 'Settings are read once: main.ts gives the environment to config.ts. Take the value from there.' },
  },
  create: (context) => ({
    'MemberExpression[object.name="process"][property.name="env"]': (node) => context.report({ node, messageId: 'outside' }),
    'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]': (node) =>
      context.report({ node, messageId: 'outside' }),
  }),
}

/** The compiler needs gigabytes and minutes to relate mongoose's queries over a type that is not yet known. */
const concreteModels = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      open: 'Say what the model holds (`Model<{ _id: string }>`) and name the rows when they are read: `{{name}}` is still open here.',
    },
  },
  create: (context) => ({
    'TSTypeReference[typeName.name="Model"] TSTypeReference[typeName.type="Identifier"]'(node) {
      const { name } = node.typeName
      const open = context.sourceCode
        .getAncestors(node)
        .some(({ typeParameters }) => typeParameters?.params?.some((parameter) => parameter.name.name === name))
      if (open) context.report({ node, messageId: 'open', data: { name } })
    },
  }),
}

/** The house's own rules, as an ESLint plugin; each is fed a bad and a good file by boundaries.spec.ts. */
export const house = {
  meta: { name: 'house' },
  rules: {
    names,
    'named-exports': namedExports,
    environment,
    'concrete-models': concreteModels,
    'domain-imports': domainImports,
    'domain-clock': domainClock,
  },
}
