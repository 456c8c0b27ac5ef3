/** The words of the shop. */
export const words = {
  lead: {
    en: 'Goods for the house, the table and the garden, made by people we know by name.',
    ar: 'بضائع للبيت والمائدة والحديقة، يصنعها أناس نعرفهم بأسمائهم.',
  },
  search: { en: 'Search the shop', ar: 'ابحث في المتجر' },
  categories: { en: 'Categories', ar: 'الفئات' },
  everything: { en: 'Everything', ar: 'الكل' },
  found: { en: 'Products', ar: 'المنتجات' },
  nothing: { en: 'Nothing matches', ar: 'لا نتائج' },
  nothingText: { en: 'Try fewer words, or look through everything.', ar: 'جرّب كلمات أقل، أو تصفّح كل شيء.' },
  showAll: { en: 'Show everything', ar: 'اعرض الكل' },
  failed: { en: 'The shop cannot be shown', ar: 'تعذّر عرض المتجر' },
  failedText: { en: 'The server did not answer. Try again in a moment.', ar: 'لم يُجب الخادم. حاول مجددًا بعد لحظات.' },
  units: {
    piece: { en: 'each', ar: 'للقطعة' },
    set: { en: 'a set', ar: 'للطقم' },
    pack: { en: 'a pack', ar: 'للعبوة' },
    metre: { en: 'a metre', ar: 'للمتر' },
  },
} as const
