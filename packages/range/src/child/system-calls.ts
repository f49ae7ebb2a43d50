/** What a process that only computes and speaks over two open streams asks of the kernel: [x64, arm64]. */
const numbers = {
  read: [0, 63],
  write: [1, 64],
  close: [3, 57],
  fstat: [5, 80],
  poll: [7, null],
  lseek: [8, 62],
  mmap: [9, 222],
  mprotect: [10, 226],
  munmap: [11, 215],
  brk: [12, 214],
  rt_sigaction: [13, 134],
  rt_sigprocmask: [14, 135],
  rt_sigreturn: [15, 139],
  readv: [19, 65],
  writev: [20, 66],
  sched_yield: [24, 124],
  mremap: [25, 216],
  madvise: [28, 233],
  nanosleep: [35, 101],
  getpid: [39, 172],
  exit: [60, 93],
  uname: [63, 160],
  fcntl: [72, 25],
  gettimeofday: [96, 169],
  getrusage: [98, 165],
  sysinfo: [99, 179],
  sched_getparam: [143, 121],
  sched_getscheduler: [145, 120],
  sigaltstack: [131, 132],
  gettid: [186, 178],
  futex: [202, 98],
  sched_getaffinity: [204, 123],
  restart_syscall: [219, 128],
  clock_gettime: [228, 113],
  clock_getres: [229, 114],
  clock_nanosleep: [230, 115],
  exit_group: [231, 94],
  epoll_wait: [232, null],
  epoll_ctl: [233, 21],
  set_robust_list: [273, 99],
  epoll_pwait: [281, 22],
  getrandom: [318, 278],
  membarrier: [324, 283],
  pkey_mprotect: [329, 288],
  rseq: [334, 293],
} as const;

/** With number 0x40000000 added a call would be another one on x64; such a number is not on the list and so refused. */
const machines = {
  x64: { audit: 0xc000_003e, seccomp: 317, column: 0 },
  arm64: { audit: 0xc000_00b7, seccomp: 277, column: 1 },
} as const;

export type Machine = (typeof machines)[keyof typeof machines];

export const machineOf = (arch: string): Machine | null =>
  arch === "x64" || arch === "arm64" ? machines[arch] : null;

const allowedOn = ({ column }: Machine): readonly number[] =>
  Object.values(numbers).flatMap((pair) => pair[column] ?? []);

const load = 0x20;
const jumpIfEqual = 0x15;
const answer = 0x06;
const numberAt = 0;
const machineAt = 4;
const allow = 0x7fff_0000;
const refuse = 0x0005_0000;
const killProcess = 0x8000_0000;
const notPermitted = 1;
const instructionBytes = 8;

/** A program for the kernel: what is on the list goes on, everything else is "not permitted". */
export const filterFor = (machine: Machine): Buffer => {
  const allowed = allowedOn(machine);
  const steps: [code: number, ifTrue: number, ifFalse: number, value: number][] = [
    [load, 0, 0, machineAt],
    [jumpIfEqual, 1, 0, machine.audit],
    [answer, 0, 0, killProcess],
    [load, 0, 0, numberAt],
    ...allowed.map((number, i): [number, number, number, number] => [
      jumpIfEqual,
      allowed.length - i,
      0,
      number,
    ]),
    [answer, 0, 0, refuse + notPermitted],
    [answer, 0, 0, allow],
  ];
  const program = Buffer.alloc(steps.length * instructionBytes);
  for (const [i, [code, ifTrue, ifFalse, value]] of steps.entries()) {
    const at = i * instructionBytes;
    program.writeUInt16LE(code, at);
    program.writeUInt8(ifTrue, at + 2);
    program.writeUInt8(ifFalse, at + 3);
    program.writeUInt32LE(value, at + 4);
  }
  return program;
};
