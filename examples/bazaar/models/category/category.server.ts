/** Who may do what with categories. */
import { defineServer } from 'haykal/server'
import { category } from './category.ts'

/** The shop shows them to everyone. */
export const categoryServer = defineServer(category, { rules: { public: { read: true } } })
