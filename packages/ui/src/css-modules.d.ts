/** Tells the compiler what a CSS module and a style sheet are. */
declare module '*.module.css' {
  const classes: { readonly [name: string]: string }

  export = classes
}
declare module '*.css' {}
