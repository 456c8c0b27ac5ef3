/** The address of the history of a record. */
import { recordPath } from 'haykal/web'

/** The path; with a field, only of its changes. */
export function historyPath(model: string, id: string, field?: string): string {
  return `${recordPath(model, id)}/-/history${field === undefined ? '' : `?field=${encodeURIComponent(field)}`}`
}
