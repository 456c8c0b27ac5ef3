/** The shop window: what is on sale, for everyone. */
import { defineScreen } from 'haykal'

/** The shop. */
export const shop = defineScreen({
  name: 'shop',
  path: '/shop',
  public: true,
  label: { en: 'Shop', ar: 'المتجر' },
  icon: 'store',
})
