export declare const DEVELOPMENT_URL: string;
export declare function productionUrl(given: string | undefined): string;
export declare function placeManifest(manifest: string, base: string): string;
