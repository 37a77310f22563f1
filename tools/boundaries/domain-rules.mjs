/** The pure words of a rule: the contracts, the kit's refusals, decisions, days and check digits, and what it knows of rights and personal data. */
const pure = ['@sizhang/contracts', ...['personal-data', 'rights', 'rules'].map((part) => `@sizhang/service-kit/${part}`)]

/** Another domain file of the same service, by a relative path, or a catalogue beside it: data is no framework. */
const domainFile = /^\.{1,2}\/.*(\.domain|\.json)$/

function allowed(source, specifier) {
  if (pure.includes(source) || domainFile.test(source)) return true
  return source === '@sizhang/packs' && isType(specifier)
}

function isType(specifier) {
  return specifier.importKind === 'type' || specifier.parent.importKind === 'type'
}

/** Rules of the domain stand alone: a bare test runs them, and a change of framework or store leaves them as they are. */
export const domainImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      foreign:
        'A domain file imports @sizhang/contracts, @sizhang/service-kit/personal-data, /rights and /rules, types of @sizhang/packs other domain files and catalogues (.json); not {{name}} of {{source}}.',
    },
  },
  create: (context) => {
    const report = (node, source, name) => context.report({ node, messageId: 'foreign', data: { source, name } })
    return {
      ImportDeclaration(node) {
        const source = node.source.value
        if (node.specifiers.length === 0) report(node, source, 'the side effects')
        for (const specifier of node.specifiers) if (!allowed(source, specifier)) report(specifier, source, specifier.local.name)
      },
      ImportExpression: (node) => report(node, 'a module', 'a late import'),
      'ExportNamedDeclaration[source]': (node) => report(node, node.source.value, 'a re-export'),
      'CallExpression[callee.name="require"]': (node) => report(node, 'a module', 'a require'),
    }
  },
}

/** What differs from one run to the next comes in as an argument. */
export const domainClock = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { impure: '{{what}} differs from run to run: a domain function is given the day, the ids and the chance as arguments.' },
  },
  create: (context) => {
    const report = (node) => context.report({ node, messageId: 'impure', data: { what: context.sourceCode.getText(node) } })
    return {
      'MemberExpression[object.name="Date"][property.name="now"]': report,
      'MemberExpression[object.name="Math"][property.name="random"]': report,
      'NewExpression[callee.name="Date"][arguments.length=0]': report,
      'CallExpression[callee.name="Date"]': report,
      'MemberExpression[object.name=/^(crypto|performance|process|globalThis|window|document)$/]': report,
      'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask|fetch)$/]': report,
      AwaitExpression: report,
    }
  },
}
