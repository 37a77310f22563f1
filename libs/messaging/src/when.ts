import type { EventDefinition, EventOf } from '@sizhang/contracts'
import { applyDecorators, UseFilters } from '@nestjs/common'
import type { RpcExceptionFilter } from '@nestjs/common'
import { EventPattern } from '@nestjs/microservices'
import { throwError } from 'rxjs'

/**
 * One change of a projection: of the document `id` in the collection `into`, fields to set (dotted paths are allowed) and to take away.
 * The document is made when it is missing. **One document is fed by one aggregate only**: it is gated by that aggregate's sequence.
 */
export interface Write {
  into: string
  id: string
  set?: Record<string, unknown>
  unset?: string[]
}

/** A handler's word that a fact does not concern it. */
export interface Ignored {
  ignored: string
}

/** What a handler makes of a fact. */
export type Outcome = Write | Write[] | Ignored

/** Says that a fact changes nothing here, and why. */
export function ignored(why: string): Ignored {
  return { ignored: why }
}

/**
 * Registers a method of a Nest controller for the facts of one definition. The method is pure, `(event) => writes`; what it throws parks
 * the aggregate. Nothing of a projection is written anywhere else.
 */
export function When<Definition extends EventDefinition>(definition: Definition) {
  const register = applyDecorators(EventPattern<string>(definition.type), UseFilters(new KeepReason()))
  return <Handler extends (event: EventOf<Definition>) => Outcome>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => register(target, key, descriptor)
}

/** Nest would replace the reason by "Internal server error"; whoever looks at a parked aggregate needs it. */
class KeepReason implements RpcExceptionFilter {
  catch(error: unknown) {
    return throwError(() => error)
  }
}
