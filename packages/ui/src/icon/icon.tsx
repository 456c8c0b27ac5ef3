/** A small drawing beside a word. It says nothing that the word does not: screen readers skip it. */
import { classNames } from '../class-names.ts'
import styles from './icon.module.css'
import { directedIcons, iconPaths } from './paths.ts'

/** An icon by name; a table where there is no icon of that name, as names also come from projects. */
export function Icon({ name, className }: { readonly name: string; readonly className?: string | undefined }) {
  const path = Object.hasOwn(iconPaths, name) ? iconPaths[name as keyof typeof iconPaths] : iconPaths.table
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classNames(styles.icon, directedIcons.has(name) && styles.directed, className)}
    >
      <path d={path} />
    </svg>
  )
}
