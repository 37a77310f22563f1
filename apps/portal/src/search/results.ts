import { dayOf } from '../date/instants'
import type { SearchQuery } from '../graph.generated'
import type { NamedPage } from '../frame/pages'

/** One line of the results: where it leads and what it says. */
export interface Result {
  group: 'pages' | 'units' | 'areas' | 'persons' | 'activities'
  key: string
  to: string
  name: string
  /** What tells it from others of the same name. */
  aside: string
}

/** The pages whose name, pinyin or initials hold what is typed. */
export function pagesFound(pages: NamedPage[], typed: string, text: (key: string) => string): Result[] {
  const sought = typed.trim().toLowerCase()
  return pages
    .filter(({ name }) => [text(name), text(`${name}.find`)].some((words) => words.toLowerCase().includes(sought)))
    .map(({ path, name }) => ({ group: 'pages', key: path, to: path, name: text(name), aside: '' }))
}

/** What the graph found of what the reader may see, in the order in which it is shown. */
export function recordsFound(data: SearchQuery): Result[] {
  return [
    ...(data.units?.nodes ?? []).map((unit): Result => ({
      group: 'units',
      key: unit.id,
      to: `/units/${unit.id}`,
      name: unit.name,
      aside: [unit.type.name, unit.until && `— ${unit.until}`].filter(Boolean).join(' '),
    })),
    ...(data.persons?.nodes ?? []).map((person): Result => ({
      group: 'persons',
      key: person.id,
      to: `/people/${person.id}`,
      name: person.name,
      aside: homeJob(person),
    })),
    ...(data.activities?.nodes ?? []).map((activity): Result => ({
      group: 'activities',
      key: activity.id,
      to: `/activities/${activity.id}`,
      name: activity.title,
      aside: `${activity.type.name} · ${dayOf(activity.startsAt)}`,
    })),
    ...(data.areas?.nodes ?? []).map((area): Result => ({
      group: 'areas',
      key: area.code,
      to: `/network?area=${area.code}`,
      name: area.name,
      aside: `${area.path
        .slice(0, -1)
        .map(({ name }) => name)
        .join(' ')} ${area.code}`,
    })),
  ]
}

function homeJob({ homeJobs, head }: NonNullable<SearchQuery['persons']>['nodes'][number]): string {
  const [job] = homeJobs.filter(({ until }) => until === null)
  return [head?.name, job && `${job.employer?.name ?? '—'} ${job.title.name}`].filter(Boolean).join(' · ')
}
