/** Opens whatever was found: a project or a database of somebody else's. */

import { openAdopted } from '../adopted/open-adopted.ts'
import { dataFolderOf, type Target } from './find-target.ts'
import { openProject } from './open-project.ts'
import type { Opened, OpenOptions } from './opened.ts'

/** Opens a target. Throws `Mistake`, `ModelMistakes` or `CannotOpenDatabase`, and then has made nothing. */
export async function openTarget(target: Target, options: Omit<OpenOptions, 'dataFolder'>): Promise<Opened> {
  const dataFolder = options.settings.dataFolder ?? dataFolderOf(target)
  const all = { ...options, dataFolder }
  return target.type === 'project' ? await openProject(target.folder, all) : await openAdopted(target, all)
}
