/** A text that machines read: in letters of one width, from left to right. */
import { tameDirection } from '@haykal/model'
import styles from './cells.module.css'

/** A code in one line. */
export function Code({ text }: { readonly text: string }) {
  return (
    <bdi dir="ltr" className={styles.code}>
      {tameDirection(text)}
    </bdi>
  )
}
