/** The screens that everyone may see. Whatever is imported from here is served to strangers: models come in as types only. */
import { definePublicScreens } from 'haykal/web'
import type { project } from './haykal.config.ts'

/** The public screens. */
export const screens = definePublicScreens<typeof project>({
  shop: () => import('./screens/shop/shop.view.tsx'),
})
