/** What a project's browser code imports: typed records, its endpoints, and the lists of its screens and views. */
export { type CellProps, defineModelView, type ModelView } from './web/define-model-view.ts'
export { definePublicScreens, defineWeb, type ProjectPublic, type ProjectWeb, type ScreenLoader } from './web/define-web.ts'
export { ClientProvider, useClient } from './web/client.tsx'
export { useEndpoint } from './web/use-endpoint.ts'
export { useRecords } from './web/use-records.ts'
export { useLocale } from '@haykal/messages/react'
