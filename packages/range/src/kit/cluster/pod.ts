import type { Part } from "../files/part.ts";

export type PodSpec = {
  readonly account: string;
  /** Null: as the account says. */
  readonly mountsToken: boolean | null;
  readonly hostNetwork: boolean;
  readonly hostPid: boolean;
  readonly hostIpc: boolean;
  readonly security: Security;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
};

/** Null: not said. */
export type Security = {
  readonly runAsNonRoot: boolean | null;
  readonly runAsUser: number | null;
  readonly seccomp: string | null;
};

export type Container = {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly EnvValue[];
  readonly ports: readonly ContainerPort[];
  readonly mounts: readonly Mount[];
  readonly limits: ReadonlyMap<string, string | number>;
  readonly security: Security & {
    readonly privileged: boolean;
    readonly allowsEscalation: boolean;
    readonly added: readonly string[];
    readonly dropped: readonly string[];
  };
};

export type EnvValue = {
  readonly name: string;
  readonly value: string;
  /** From a secret, instead of a value. */
  readonly secret: { readonly name: string; readonly key: string } | null;
};

type ContainerPort = {
  readonly name: string;
  readonly port: number;
  readonly hostPort: number | null;
};

export type Mount = { readonly volume: string; readonly path: string; readonly readOnly: boolean };

export type Volume = {
  readonly name: string;
  readonly source: "hostPath" | "emptyDir" | "secret" | "configMap" | "claim";
  /** A path, or the name of a secret, a map or a claim. */
  readonly of: string;
};

export const readPodSpec = (spec: Part): PodSpec =>
  spec.object((key) => {
    key("restartPolicy").word(["Always", "OnFailure", "Never"], "Always");
    const pod: PodSpec = {
      account: key("serviceAccountName").text("default"),
      mountsToken: key("automountServiceAccountToken").optional((one) => one.flag()),
      hostNetwork: key("hostNetwork").flag(false),
      hostPid: key("hostPID").flag(false),
      hostIpc: key("hostIPC").flag(false),
      security: key("securityContext").object((of) => {
        for (const group of ["runAsGroup", "fsGroup"]) of(group).optional((one) => one.whole());
        return readSecurity(of);
      }),
      containers: key("containers").list(readContainer),
      initContainers: key("initContainers").list(readContainer),
      volumes: key("volumes").list(readVolume),
    };
    const volumes = pod.volumes.map(({ name }) => name);
    for (const { name, mounts } of [...pod.initContainers, ...pod.containers]) {
      const lost = mounts.find(({ volume }) => !volumes.includes(volume));
      if (lost !== undefined) spec.fault(`${name} mounts ${lost.volume}, which is no volume`);
    }
    return pod;
  });

const readSecurity = (of: (name: string) => Part): Security => ({
  runAsNonRoot: of("runAsNonRoot").optional((one) => one.flag()),
  runAsUser: of("runAsUser").optional((one) => one.whole()),
  seccomp: of("seccompProfile").optional((one) =>
    one.object((profile) => {
      profile("localhostProfile").text("");
      return profile("type").word(["RuntimeDefault", "Localhost", "Unconfined"]);
    }),
  ),
});

const readContainer = (part: Part): Container =>
  part.object((key) => {
    key("imagePullPolicy").word(["Always", "IfNotPresent", "Never"], "IfNotPresent");
    return {
      name: key("name").text(),
      image: key("image").text(),
      command: key("command").list((one) => one.text()),
      args: key("args").list((one) => one.text()),
      env: key("env").list(readEnv),
      ports: key("ports").list(readPort),
      mounts: key("volumeMounts").list(readMount),
      limits: key("resources").object((of) => {
        of("requests").record((one) => one.textOrWhole());
        return of("limits").record((one) => one.textOrWhole());
      }),
      security: key("securityContext").object(readContainerSecurity),
    };
  });

const readContainerSecurity = (of: (name: string) => Part): Container["security"] => {
  of("readOnlyRootFilesystem").flag(false);
  of("runAsGroup").optional((one) => one.whole());
  const capabilities = of("capabilities").object((list) => ({
    added: list("add").list((one) => one.text()),
    dropped: list("drop").list((one) => one.text()),
  }));
  return {
    ...readSecurity(of),
    ...capabilities,
    privileged: of("privileged").flag(false),
    allowsEscalation: of("allowPrivilegeEscalation").flag(true),
  };
};

const readEnv = (part: Part): EnvValue =>
  part.object((key) => ({
    name: key("name").text(),
    value: key("value").text(""),
    secret: key("valueFrom").optional((from) =>
      from.object((of) =>
        of("secretKeyRef").object((one) => ({ name: one("name").text(), key: one("key").text() })),
      ),
    ),
  }));

const readPort = (part: Part): ContainerPort =>
  part.object((key) => {
    key("protocol").word(["TCP", "UDP", "SCTP"], "TCP");
    return {
      name: key("name").text(""),
      port: key("containerPort").whole(),
      hostPort: key("hostPort").optional((one) => one.whole()),
    };
  });

const readMount = (part: Part): Mount =>
  part.object((key) => ({
    volume: key("name").text(),
    path: key("mountPath").text(),
    readOnly: key("readOnly").flag(false),
  }));

const readVolume = (part: Part): Volume =>
  part.object((key) => {
    const named = (field: string) => (source: Part) => source.object((of) => of(field).text());
    const sources = [
      { source: "hostPath", of: key("hostPath").optional(readHostPath) },
      { source: "emptyDir", of: key("emptyDir").optional(readEmptyDir) },
      { source: "secret", of: key("secret").optional(named("secretName")) },
      { source: "configMap", of: key("configMap").optional(named("name")) },
      { source: "claim", of: key("persistentVolumeClaim").optional(readClaim) },
    ] as const;
    const found = sources.flatMap(({ source, of }) => (of === null ? [] : [{ source, of }]));
    if (found.length !== 1) part.fault("a volume has one source");
    return { name: key("name").text(), ...(found[0] ?? { source: "emptyDir", of: "" }) };
  });

const readHostPath = (part: Part): string =>
  part.object((of) => {
    of("type").text("");
    return of("path").text();
  });

const readEmptyDir = (part: Part): string =>
  part.object((of) => {
    of("medium").text("");
    of("sizeLimit").optional((one) => one.textOrWhole());
    return "";
  });

const readClaim = (part: Part): string =>
  part.object((of) => {
    of("readOnly").flag(false);
    return of("claimName").text();
  });
