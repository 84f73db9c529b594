declare module 'csv-spectrum' {
  /** Hands over every file of the spectrum with the records that any reader should see in it. */
  export default function spectrum(
    done: (error: Error | null, files: { name: string; csv: Buffer; json: Buffer }[]) => void,
  ): void
}
