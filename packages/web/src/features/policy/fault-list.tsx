import type { PolicyFault } from "@checkride/api/policy";
import { faultCount, faultText } from "./fault-places.ts";

type FaultListProps = {
  readonly faults: readonly PolicyFault[];
  readonly isChecking: boolean;
  readonly onJump: (fault: PolicyFault) => void;
};

/** Every mistake with its place; pressing one goes there. */
export const FaultList = ({ faults, isChecking, onJump }: FaultListProps) => (
  <div className="policy-faults">
    <p role="status" data-clean={faults.length === 0 || undefined}>
      {isChecking ? "Checking…" : `${faultCount(faults)}.`}
    </p>
    {faults.length > 0 ? (
      <ol>
        {faults.map((fault) => (
          <li key={`${fault.line}:${fault.column} ${fault.path} ${fault.says}`}>
            <button type="button" onClick={() => onJump(fault)} data-severity={fault.severity}>
              <span className="policy-fault-place">
                <span aria-hidden="true">{fault.severity === "error" ? "▲" : "◔"}</span>
                <span className="hidden-visually">
                  {fault.severity === "error" ? "Mistake" : "Warning"},{" "}
                </span>
                line {fault.line}:{fault.column}
              </span>
              <span>{faultText(fault)}</span>
            </button>
          </li>
        ))}
      </ol>
    ) : null}
  </div>
);
