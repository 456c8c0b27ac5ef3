/** One of a few states: a coloured dot and a word, since colour alone tells nothing to many people. */
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './tag.module.css'

/** The colours of tags. */
export const tagTones = ['neutral', 'info', 'good', 'warn', 'bad', 'plum'] as const

/** The colour of a tag. */
export type TagTone = (typeof tagTones)[number]

/** A tag. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return (
    <span className={classNames(styles.tag, tone !== 'neutral' && styles[tone])}>
      <bdi className={styles.words}>{children}</bdi>
    </span>
  )
}
