import { Component, type ReactNode } from "react";
import { ErrorCard } from "./error-card.tsx";
import { readErrorParts } from "./error-parts.ts";

interface Props {
  /** Another key is another thing to show: the error of the last one is forgotten. */
  readonly children: ReactNode;
}

/** Keeps the frame standing when a page fails, and says what failed. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <ErrorCard error={readErrorParts(this.state.error)} />
    );
  }
}
