// saxen ships no types; this is the part of it that is used.
declare module 'saxen' {
  type Attributes = Record<string, string>
  export class Parser {
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => Attributes,
        decode: (text: string) => string,
      ) => void,
    ): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: (text: string) => string) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'attention', listener: (text: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    write(xml: string): this
    end(): Error | undefined
  }
}
