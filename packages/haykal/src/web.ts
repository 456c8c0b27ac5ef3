/** What a project's browser code imports: typed records, its endpoints, the lists of its screens and views, and parts to build them from. */
export { type Locale, useLocale } from '@haykal/messages/react'
export { Avatar } from '@haykal/ui/avatar/avatar.tsx'
export { Blank } from '@haykal/ui/blank/blank.tsx'
export { Button } from '@haykal/ui/button/button.tsx'
export { Icon } from '@haykal/ui/icon/icon.tsx'
export { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
export { Tag } from '@haykal/ui/tag/tag.tsx'
export { TextInput } from '@haykal/ui/text-input/text-input.tsx'
export { ClientProvider, useClient } from './web/client.tsx'
export { type CellProps, defineModelView, type ModelView } from './web/define-model-view.ts'
export {
  definePublicScreens,
  defineWeb,
  type ProjectPublic,
  type ProjectWeb,
  type ScreenLoader,
} from './web/define-web.ts'
export { Link, recordPath, useAddressText } from './web/navigation.tsx'
export { useEndpoint } from './web/use-endpoint.ts'
export { useLabel } from './web/use-label.ts'
export { useRecords } from './web/use-records.ts'
