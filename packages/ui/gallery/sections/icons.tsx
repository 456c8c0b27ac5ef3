/** Every icon by its name. */
import { Icon } from '../../src/icon/icon.tsx'
import { iconPaths } from '../../src/icon/paths.ts'
import styles from '../gallery.module.css'

/** All icons. */
export function Icons() {
  return (
    <div className={styles.swatches}>
      {Object.keys(iconPaths).map((name) => (
        <span key={name} className={styles.icon}>
          <Icon name={name} />
          {name}
        </span>
      ))}
    </div>
  )
}
