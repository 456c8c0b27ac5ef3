/** What a project's tests import: the project opened in memory, and people of every role to ask as. Runs under any test runner; server only. */
export { openTestProject, type TestOptions, type TestProject } from './testing/open-test-project.ts'
export type { ModelIn, ModelNameIn, RoleIn, SeenRecord, StoredRecord, WhichRecord } from './testing/project-names.ts'
export type { KnownFields, TestPerson } from './testing/test-person.ts'
export type { AboutPerson } from './testing/viewer-of.ts'
export type { WriteAnswer } from './testing/write-answer.ts'
