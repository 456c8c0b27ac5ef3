/** Who may do what with suppliers. */
import { defineServer } from 'haykal/server'
import { supplier } from './supplier.ts'

/** Whether a supplier leaves the books is for owners to say. */
export const supplierServer = defineServer(supplier, { rules: { editor: { read: true, create: true, edit: true } } })
