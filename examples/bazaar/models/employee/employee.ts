/** Employees: who works here, in which department, and for whom. */
import { boolean, choice, date, defineModel, email, money, phone, relation, text } from 'haykal'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** An employee. */
export const employee = defineModel({
  name: 'employees',
  icon: 'person',
  group: groups.people,
  title: 'name',
  label: { en: 'Employee', ar: 'موظف' },
  plural: { en: 'Employees', ar: 'الموظفون' },
  fields: {
    name: text({ required: true, maxLength: 120, label: { en: 'Name', ar: 'الاسم' } }),
    position: text({ required: true, searchable: true, maxLength: 120, label: { en: 'Position', ar: 'الوظيفة' } }),
    department: choice({
      required: true,
      options: [
        { value: 'direction', label: { en: 'Direction', ar: 'الإدارة' }, tone: 'plum' },
        { value: 'sales', label: { en: 'Sales', ar: 'المبيعات' }, tone: 'info' },
        { value: 'purchasing', label: { en: 'Purchasing', ar: 'المشتريات' }, tone: 'warn' },
        { value: 'warehouse', label: { en: 'Warehouse', ar: 'المستودع' }, tone: 'good' },
        { value: 'accounts', label: { en: 'Accounts', ar: 'الحسابات' }, tone: 'neutral' },
      ],
      label: { en: 'Department', ar: 'القسم' },
    }),
    manager: relation({ to: 'employees', label: { en: 'Reports to', ar: 'المدير المباشر' } }),
    email: email({ required: true, unique: true, label: { en: 'Email', ar: 'البريد الإلكتروني' } }),
    phone: phone({ label: { en: 'Phone', ar: 'الهاتف' } }),
    hiredOn: date({ required: true, default: '$today', label: { en: 'Hired', ar: 'تاريخ التعيين' } }),
    salary: money({ currency, min: 0, sensitive: true, label: { en: 'Salary', ar: 'الراتب' } }),
    active: boolean({ required: true, default: true, label: { en: 'Works here', ar: 'على رأس العمل' } }),
  },
  list: { columns: ['name', 'position', 'department', 'manager', 'email', 'hiredOn'], sort: 'name' },
})
