/** Who may do what with shipments. */
import { defineServer } from 'haykal/server'
import { shipment } from './shipment.ts'

/** Only a parcel that has not left may be taken back; what freight costs us is not for readers. */
export const shipmentServer = defineServer(shipment, {
  rules: {
    reader: { read: true, hide: ['cost'] },
    editor: { read: true, create: true, edit: true, remove: { status: { eq: 'packed' } } },
  },
})
