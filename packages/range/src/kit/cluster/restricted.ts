import type { Container, PodSpec } from "./pod.ts";

/** What keeps a pod from the restricted profile of the Pod Security Standards; empty: it meets it. */
export const breachesOf = (pod: PodSpec): readonly string[] => {
  const { hostNetwork, hostPid, hostIpc, volumes, security } = pod;
  const onHost = volumes.filter(({ source }) => source === "hostPath");
  return [
    ...[hostNetwork && "hostNetwork", hostPid && "hostPID", hostIpc && "hostIPC"]
      .filter((one) => one !== false)
      .map((one) => `${one} is true`),
    ...onHost.map(({ name, of }) => `the volume ${name} is ${of} of the node`),
    ...(security.runAsUser === 0 ? ["runAsUser is 0"] : []),
    ...(security.seccomp === "Unconfined" ? ["seccompProfile is Unconfined"] : []),
    ...[...pod.initContainers, ...pod.containers].flatMap((container) =>
      containerBreaches(container, pod).map((says) => `${container.name}: ${says}`),
    ),
  ];
};

const containerBreaches = ({ security, ports }: Container, pod: PodSpec): readonly string[] => {
  const runAsNonRoot = security.runAsNonRoot ?? pod.security.runAsNonRoot;
  const seccomp = security.seccomp ?? pod.security.seccomp;
  const given = security.added.filter((one) => one !== "NET_BIND_SERVICE");
  return [
    security.privileged && "privileged is true",
    security.allowsEscalation && "allowPrivilegeEscalation is not false",
    runAsNonRoot !== true && "runAsNonRoot is not true",
    security.runAsUser === 0 && "runAsUser is 0",
    !["RuntimeDefault", "Localhost"].includes(seccomp ?? "") && "seccompProfile is not set",
    !security.dropped.includes("ALL") && "capabilities: ALL is not dropped",
    given.length > 0 && `capabilities: ${given.join(", ")} added`,
    ports.some(({ hostPort }) => (hostPort ?? 0) !== 0) && "a hostPort is open",
  ].filter((one) => one !== false);
};

/** The user that an image names: a number, or a name whose number only the image knows. */
export type ImageUser = number | string;

/** Why a container does not start as this user; null: it starts. */
export const startFault = (
  { security }: Container,
  pod: PodSpec,
  user: ImageUser,
): string | null => {
  const runAs = security.runAsUser ?? pod.security.runAsUser ?? user;
  if ((security.runAsNonRoot ?? pod.security.runAsNonRoot) !== true) return null;
  if (runAs === 0) return "runAsNonRoot is true, and the image runs as root";
  if (typeof runAs === "number") return null;
  return `runAsNonRoot is true, and the image names its user “${runAs}”: whether that is root cannot be told`;
};
