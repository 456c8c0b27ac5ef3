/** The headings under which the sidebar shows the models. */
export const groups = {
  sales: { en: 'Sales', ar: 'المبيعات' },
  catalogue: { en: 'Catalogue', ar: 'الكتالوج' },
  people: { en: 'People', ar: 'فريق العمل' },
} as const
