/** Injection tokens of what the kit makes once a service. */
export const LOGGER = Symbol('logger')
export const SETTINGS = Symbol('settings')
