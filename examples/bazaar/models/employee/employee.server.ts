/** Who may do what with employees. */
import { defineServer } from 'haykal/server'
import { employee } from './employee.ts'

/** Salaries are for owners alone, and only they let someone in or go. */
export const employeeServer = defineServer(employee, {
  rules: {
    reader: { read: true, hide: ['salary'] },
    editor: { read: true, edit: true, hide: ['salary'] },
  },
})
