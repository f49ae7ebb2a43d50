"""Read-only: common given names. Some of them are ordinary words as well."""

GIVEN = set(
    "Anna Otto Lena Priya Tomas Fatima Jonas Ewa Pedro Aisha Nils Chiara Ravi Hanna Karim Olga Bruno Mei"
    " Selma Viktor May Will Rose Mark Grace".split()
)
ALSO_WORDS = {"May", "Will", "Rose", "Mark", "Grace"}
TITLES = ("Mr", "Mrs", "Ms", "Dr")
