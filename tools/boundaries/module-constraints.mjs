/** What a part of the monorepo may import of the others, by the tags in their project.json. */
const constraints = [
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:packs', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:contracts', 'scope:messaging', 'type:packs'] },
  { sourceTag: 'scope:messaging', onlyDependOnLibsWithTags: ['type:contracts'] },
  { sourceTag: 'scope:portal', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:contracts', 'type:kit', 'type:packs'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:contracts', 'type:kit', 'type:packs', 'type:tool'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:contracts', 'type:kit', 'type:packs', 'type:testing', 'type:tool'] },
]

/** A test may also stand on the engines and builders of libs/testing, whatever its part may import otherwise. */
const inTests = constraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [...new Set([...onlyDependOnLibsWithTags, 'type:testing'])],
}))

const rule = (depConstraints) => ['error', { depConstraints, enforceBuildableLibDependency: true, allow: [] }]

export const moduleBoundaries = rule(constraints)
export const moduleBoundariesInTests = rule(inTests)
