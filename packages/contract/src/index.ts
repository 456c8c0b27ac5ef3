/** The contract between browser and server: endpoints and the shapes that travel, as data and types. */
export * from './access.ts'
export * from './changes.ts'
export * from './endpoints.ts'
export * from './list-query.ts'
export * from './messages.ts'
export * from './people.ts'
export * from './preferences.ts'
export * from './rules.ts'
