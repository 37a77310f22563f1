import { GraphQLError } from 'graphql'

type Path = readonly (string | number)[]

/**
 * Every error by itself and at the place of the null that it explains. The library that joins the services' answers puts several errors of
 * one field into one, and in lists it leaves out the index: `seats.led` for `seats.0.led`; each such error is given the next null of that path.
 */
export function atTheirPlaces(errors: readonly GraphQLError[], data: unknown): GraphQLError[] {
  const nulls = new Map<string, Generator<Path>>()
  return errors.flatMap(single).map((error) => {
    if (!error.path) return error
    const key = error.path.join('.')
    const places = nulls.get(key) ?? nullsAt(data, error.path)
    nulls.set(key, places)
    const place = places.next()
    return place.done ? error : moved(error, place.value)
  })
}

function single(error: GraphQLError): GraphQLError[] {
  const { originalError: several } = error
  if (!(several instanceof AggregateError)) return [error]
  return several.errors.flatMap((one: unknown) => {
    if (one instanceof GraphQLError) return single(one.path ? one : moved(one, error.path ?? []))
    return [moved(error, error.path ?? [], one instanceof Error ? one : undefined)]
  })
}

/** The places below `value` that a path may mean and that hold no value, in order. */
function* nullsAt(value: unknown, path: Path, at: Path = []): Generator<Path> {
  const [key, ...rest] = path
  if (value === null || value === undefined) yield [...at, ...path]
  else if (Array.isArray(value) && typeof key !== 'number') {
    for (const [index, item] of value.entries()) yield* nullsAt(item, path, [...at, index])
  } else if (key !== undefined) yield* nullsAt((value as Record<string | number, unknown>)[key], rest, [...at, key])
}

function moved({ message, extensions, originalError }: GraphQLError, path: Path, cause = originalError): GraphQLError {
  return new GraphQLError(message, { path, extensions, originalError: cause })
}
