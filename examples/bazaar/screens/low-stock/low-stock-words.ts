/** The words of the page of products that are running out. */
export const words = {
  lead: {
    en: 'Products on sale of which little is left, the scarcest first.',
    ar: 'المنتجات المعروضة التي لم يبقَ منها إلا القليل، وأقلّها أولًا.',
  },
  below: { en: 'Fewer than', ar: 'أقل من' },
  count: { en: 'Products', ar: 'المنتجات' },
  product: { en: 'Product', ar: 'المنتج' },
  article: { en: 'Article number', ar: 'رقم الصنف' },
  supplier: { en: 'Supplier', ar: 'المورّد' },
  stock: { en: 'Stock', ar: 'المخزون' },
  reorderAt: { en: 'Reorder at', ar: 'حد إعادة الطلب' },
  enough: { en: 'There is enough of everything', ar: 'كل شيء متوفر بما يكفي' },
  enoughText: {
    en: 'No product on sale has fewer pieces than that.',
    ar: 'لا منتج معروضًا يقل مخزونه عن هذا العدد.',
  },
  failed: { en: 'The list could not be read', ar: 'تعذّرت قراءة القائمة' },
  failedText: { en: 'Nothing was changed. Try again in a moment.', ar: 'لم يتغيّر شيء. حاول مجددًا بعد لحظات.' },
  retry: { en: 'Try again', ar: 'حاول مجددًا' },
} as const
